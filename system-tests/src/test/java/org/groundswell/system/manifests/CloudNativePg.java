package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;

/**
 * The fields of CloudNativePG's resources, and of its Barman Cloud plugin's, that are used here. No
 * library carries them; the sources are the projects' own definitions, {@code
 * config/crd/bases/postgresql.cnpg.io_clusters.yaml}, {@code
 * postgresql.cnpg.io_scheduledbackups.yaml} and {@code barmancloud.cnpg.io_objectstores.yaml}.
 */
final class CloudNativePg {

  private CloudNativePg() {}

  record Cluster(String apiVersion, String kind, ObjectMeta metadata, ClusterSpec spec) {}

  record ClusterSpec(
      int instances,
      String imageName,
      boolean enableSuperuserAccess,
      Bootstrap bootstrap,
      Managed managed,
      Postgresql postgresql,
      Storage storage,
      Storage walStorage,
      ResourceRequirements resources,
      Affinity affinity,
      List<Plugin> plugins) {}

  record Bootstrap(InitDb initdb) {}

  record InitDb(String database, String owner, Reference secret, List<String> postInitSQL) {}

  record Reference(String name) {}

  record Managed(List<Role> roles) {}

  record Role(
      String name,
      String ensure,
      boolean login,
      String comment,
      int connectionLimit,
      Reference passwordSecret) {}

  record Postgresql(Synchronous synchronous) {}

  record Synchronous(String method, int number, String dataDurability) {}

  record Storage(String size) {}

  record Affinity(boolean enablePodAntiAffinity, String podAntiAffinityType, String topologyKey) {}

  record Plugin(String name, boolean isWALArchiver, Map<String, String> parameters) {}

  record ScheduledBackup(String apiVersion, String kind, ObjectMeta metadata, Schedule spec) {}

  record Schedule(
      String schedule,
      boolean immediate,
      String backupOwnerReference,
      String method,
      PluginConfiguration pluginConfiguration,
      Reference cluster) {}

  record PluginConfiguration(String name) {}

  record ObjectStore(String apiVersion, String kind, ObjectMeta metadata, Store spec) {}

  record Store(String retentionPolicy, Configuration configuration) {}

  record Configuration(
      String destinationPath, S3Credentials s3Credentials, Compression wal, Compression data) {}

  record S3Credentials(Key accessKeyId, Key secretAccessKey, Key region) {}

  record Key(String name, String key) {}

  record Compression(String compression) {}
}
