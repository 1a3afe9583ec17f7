#!/bin/sh
# Removes the native libraries of other platforms from the jars that carry them: two thirds of what RocksDB weighs.
# Usage: keep-own-natives.sh <folder of jars>
set -eu

# shrink <jar> <pattern of what to keep>: rewrites the jar without its other native libraries.
shrink() {
  work=$(mktemp -d)
  (cd "$work" && jar -xf "$1")
  find "$work" -type f \( -name '*.so' -o -name '*.jnilib' -o -name '*.dylib' -o -name '*.dll' -o -name '*.a' \) | grep -Ev "$2" | xargs -r rm
  find "$work" -type f | grep -Eq "$2" || { echo "$1 has no library for $(uname -m)" >&2; exit 1; }
  (cd "$work" && jar -cfM "$1" .)
  rm -r "$work"
}

case $(uname -m) in
  x86_64) rocksdb='librocksdbjni-linux64\.so$' others='/(linux/amd64|Linux/x86_64)/' ;;
  aarch64) rocksdb='librocksdbjni-linux-aarch64\.so$' others='/(linux/aarch64|Linux/aarch64)/' ;;
  *) echo "No rule for $(uname -m): native libraries are left as they are" >&2; exit 0 ;;
esac

folder=$(cd "$1" && pwd)
for jar in "$folder"/rocksdbjni-*.jar; do [ ! -e "$jar" ] || shrink "$jar" "$rocksdb"; done
for jar in "$folder"/zstd-jni-*.jar "$folder"/snappy-java-*.jar; do [ ! -e "$jar" ] || shrink "$jar" "$others"; done
