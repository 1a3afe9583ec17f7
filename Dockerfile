# One image file for every service:
#
#   docker build --build-arg SERVICE=nlp-worker-service -t groundswell/nlp-worker-service:0.1.0 .
#
# It takes the jar that `mvn package` has left in the service's target folder, so that what is tested is what is
# shipped. Without Maven on this machine, let Docker build the jars: --build-arg JARS=sources.
#
# Base images are arguments; pin them to a digest for production: --build-arg JRE_IMAGE=eclipse-temurin:25-jre@sha256:...
# Any base with a JDK or JRE 25 and curl will do. Needs BuildKit.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG JRE_IMAGE=eclipse-temurin:25-jre
ARG JARS=target

# ---- the jar, from Maven's target folder ...
FROM ${JDK_IMAGE} AS jars-from-target
ARG SERVICE
WORKDIR /jars
COPY ${SERVICE}/target/${SERVICE}-*.jar ./
RUN test "$(ls | wc -l)" = 1 # one version only: mvn clean package

# ---- ... or from the sources
FROM ${JDK_IMAGE} AS jars-from-sources
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
ARG SERVICE
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    rm -rf ./*/target && \
    mvn -B -ntp -q -DskipTests -pl "${SERVICE}" -am package && \
    mkdir /jars && cp "${SERVICE}"/target/"${SERVICE}"-*.jar /jars/

# ---- its layers, without the native libraries of other platforms
FROM jars-from-${JARS} AS layers
WORKDIR /layers
RUN java -Djarmode=tools -jar /jars/*.jar extract --layers --application-filename app.jar --destination .
COPY docker/keep-own-natives.sh /usr/local/bin/
RUN keep-own-natives.sh dependencies/lib

# ---- the ahead-of-time cache: classes loaded and linked in a training run by the very JVM that will run them.
# The run ends before anything is connected to, so Kafka and PostgreSQL need not be there.
FROM ${JRE_IMAGE} AS trained
WORKDIR /app
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
RUN GROUNDSWELL_COLLECTOR_AUTHORSECRET=only-for-the-training-run \
    java -XX:AOTCacheOutput=app.aot -Xlog:disable -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dspring.context.exit=onRefresh -Dlogging.level.root=error -Dspring.kafka.admin.auto-create=false -Dspring.kafka.admin.fail-fast=false -Dspring.flyway.enabled=false \
    -Dspring.jpa.hibernate.ddl-auto=none -Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false \
    -Dspring.jpa.properties.jakarta.persistence.database-product-name=PostgreSQL \
    -jar app.jar && test -s app.aot

# ---- the image
FROM ${JRE_IMAGE}
ARG SERVICE
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="groundswell/${SERVICE}" \
      org.opencontainers.image.description="Groundswell, which notices civil unrest early in public social-media streams: ${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /app
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY LICENSE NOTICE ./
COPY --from=layers /layers/application/ ./
COPY --from=trained /app/app.aot ./

# Inside a container the network is the container's own: what may reach a port is decided outside.
# Actuator has a port of its own, which is never published.
ENV SERVER_ADDRESS=0.0.0.0 \
    MANAGEMENT_SERVER_ADDRESS=0.0.0.0 \
    MANAGEMENT_SERVER_PORT=9090 \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs \
    SPRING_KAFKA_STREAMS_STATEDIR=/var/lib/groundswell/streams
RUN install -d -o 10001 -g 10001 -m 0750 /var/lib/groundswell
USER 10001:10001
EXPOSE 9090
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=6 \
  CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:9090/actuator/health/readiness"]

# No shell: SIGTERM reaches the JVM. Other options by JAVA_TOOL_OPTIONS; of the heap, -Xmx goes before the percentage.
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "app.jar"]
