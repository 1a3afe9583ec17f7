package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is referred to by name exists, with the key that is asked of it. */
final class References {

  private final Overlay overlay;
  private final Held configMaps;
  private final Held secrets;
  private final List<String> breaches = new ArrayList<>();

  private References(Overlay overlay) {
    this.overlay = overlay;
    this.configMaps = Held.configMaps(overlay);
    this.secrets = Held.secrets(overlay);
  }

  static List<String> breaches(Overlay overlay) {
    var references = new References(overlay);
    overlay.workloads().forEach(references::checkWorkload);
    overlay.all(CloudNativePg.Cluster.class).forEach(references::checkDatabase);
    overlay.all(CloudNativePg.ObjectStore.class).forEach(references::checkStore);
    overlay.all(CloudNativePg.ScheduledBackup.class).forEach(references::checkBackup);
    overlay.all(Keda.TriggerAuthentication.class).forEach(references::checkLogin);
    return references.breaches;
  }

  private void checkWorkload(Workload workload) {
    check(
        overlay.all(ServiceAccount.class).stream()
            .anyMatch(account ->
                account.getMetadata().getName().equals(workload.pod().getServiceAccountName())),
        workload.name() + ": ServiceAccount " + workload.pod().getServiceAccountName());
    workload.pod().getVolumes().forEach(volume -> checkVolume(workload, volume));
    workload.containers().forEach(container -> checkContainer(workload, container));
  }

  private void checkContainer(Workload workload, Container container) {
    for (EnvFromSource source : container.getEnvFrom()) {
      String map = source.getConfigMapRef().getName();
      check(configMaps.has(map), workload.name() + ": ConfigMap " + map);
    }
    container.getEnv().forEach(variable -> checkVariable(workload, variable));
    List<String> volumes =
        Stream.concat(
                workload.pod().getVolumes().stream().map(Volume::getName),
                workload.claims().stream().map(claim -> claim.getMetadata().getName()))
            .toList();
    for (VolumeMount mount : container.getVolumeMounts()) {
      check(volumes.contains(mount.getName()), workload.name() + ": volume " + mount.getName());
    }
  }

  private void checkVariable(Workload workload, EnvVar variable) {
    EnvVarSource source = variable.getValueFrom();
    if (source != null && source.getSecretKeyRef() != null) {
      checkSecret(
          workload.name(), source.getSecretKeyRef().getName(), source.getSecretKeyRef().getKey());
    }
    if (source != null && source.getConfigMapKeyRef() != null) {
      String map = source.getConfigMapKeyRef().getName();
      String key = source.getConfigMapKeyRef().getKey();
      check(configMaps.has(map, key), workload.name() + ": ConfigMap " + map + "/" + key);
    }
  }

  private void checkVolume(Workload workload, Volume volume) {
    if (volume.getSecret() != null) {
      String secret = volume.getSecret().getSecretName();
      check(secrets.has(secret), workload.name() + ": Secret " + secret);
      for (KeyToPath item : volume.getSecret().getItems()) {
        checkSecret(workload.name(), secret, item.getKey());
      }
    }
    if (volume.getConfigMap() != null) {
      String map = volume.getConfigMap().getName();
      check(configMaps.has(map), workload.name() + ": ConfigMap " + map);
    }
  }

  private void checkDatabase(CloudNativePg.Cluster cluster) {
    var spec = cluster.spec();
    Stream.concat(
            Stream.of(spec.bootstrap().initdb().secret()),
            spec.managed().roles().stream().map(CloudNativePg.Role::passwordSecret))
        .forEach(secret -> {
          checkSecret(cluster.metadata().getName(), secret.name(), "username");
          checkSecret(cluster.metadata().getName(), secret.name(), "password");
        });
    for (CloudNativePg.Plugin plugin : spec.plugins()) {
      String store = plugin.parameters().get("barmanObjectName");
      check(
          overlay.all(CloudNativePg.ObjectStore.class).stream()
              .anyMatch(own -> own.metadata().getName().equals(store)),
          cluster.metadata().getName() + ": ObjectStore " + store);
    }
  }

  private void checkStore(CloudNativePg.ObjectStore store) {
    var credentials = store.spec().configuration().s3Credentials();
    Stream.of(credentials.accessKeyId(), credentials.secretAccessKey(), credentials.region())
        .forEach(key -> checkSecret(store.metadata().getName(), key.name(), key.key()));
  }

  private void checkBackup(CloudNativePg.ScheduledBackup backup) {
    check(
        overlay.all(CloudNativePg.Cluster.class).stream()
            .anyMatch(own -> own.metadata().getName().equals(backup.spec().cluster().name())),
        backup.metadata().getName() + ": Cluster " + backup.spec().cluster().name());
  }

  private void checkLogin(Keda.TriggerAuthentication login) {
    String name = login.metadata().getName();
    login.spec().secretTargetRef().forEach(own -> checkSecret(name, own.name(), own.key()));
    for (Keda.Parameter own : login.spec().configMapTargetRef()) {
      check(
          configMaps.has(own.name(), own.key()),
          name + ": ConfigMap " + own.name() + "/" + own.key());
    }
  }

  private void checkSecret(String owner, @Nullable String name, @Nullable String key) {
    check(
        name != null && key != null && secrets.has(name, key),
        owner + ": Secret " + name + "/" + key);
  }

  private void check(boolean kept, String breach) {
    if (!kept) {
      breaches.add(breach);
    }
  }
}
