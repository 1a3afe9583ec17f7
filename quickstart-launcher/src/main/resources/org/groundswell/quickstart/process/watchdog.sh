# Outlives a launcher that is killed without goodbye, and then ends what it left.
#
# Reads lines from the launcher: "watch PID", "forget PID", "remove FOLDER", "done". When the input
# ends without "done", the launcher is dead.
trap '' INT HUP TERM
pids=' '
folder=
while read -r word what; do
  case $word in
    watch) pids="$pids$what " ;;
    forget) pids="${pids%% "$what" *} ${pids#* "$what" }" ;;
    remove) folder=$what ;;
    done) exit 0 ;;
  esac
done
for pid in $pids; do kill -TERM "$pid" 2>/dev/null; done
sleep 5
for pid in $pids; do kill -KILL "$pid" 2>/dev/null; done
if [ -n "$folder" ]; then
  for try in 1 2 3 4 5; do
    sleep 1
    rm -rf "$folder" && exit 0
  done
fi
