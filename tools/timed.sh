#!/bin/sh
# sh timed.sh PART COMMAND…: runs the command and adds the part and its seconds to the file that TIMES names.
part=$1
shift
start=$(date +%s)
"$@"
status=$?
echo "$part $(($(date +%s) - start))" >>"$TIMES"
exit $status
