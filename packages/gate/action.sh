#!/usr/bin/env bash
# The steps of action.yml: install, audit, gate. Everything comes in by variables; only report.html is meant to be uploaded.
set -uo pipefail
work="${RUNNER_TEMP:-$(mktemp -d)}/corpuscope"
mkdir -p "$work"

version="${CORPUSCOPE_VERSION:-latest}"
case "$version" in
  *.tgz) package="$version" ;;
  *) package="corpuscope@$version" ;;
esac
npm install --silent --no-audit --no-fund --prefix "$work/npm" ${CORPUSCOPE_NPM_OFFLINE:+--offline} -- "$package" || exit 2
corpuscope="$work/npm/node_modules/.bin/corpuscope"

options=()
while IFS= read -r option; do
  [ -n "$option" ] && options+=("$option")
done <<<"${CORPUSCOPE_AUDIT_OPTIONS:-}"
"$corpuscope" audit "${options[@]+"${options[@]}"}" -o "$work/audit" --quiet -- "$CORPUSCOPE_INPUT"
code=$?

sarif="$work/corpuscope.sarif"
if [ "$code" -eq 0 ]; then
  options=(--format github --output "sarif=$sarif" --output "markdown=$work/comment.md")
  [ -d "$CORPUSCOPE_INPUT" ] && options+=(--corpus-path "$CORPUSCOPE_INPUT")
  [ -n "${CORPUSCOPE_POLICY:-}" ] && options+=(--policy "$CORPUSCOPE_POLICY")
  [ -n "${CORPUSCOPE_PRESET:-}" ] && options+=(--preset "$CORPUSCOPE_PRESET")
  [ -n "${CORPUSCOPE_BASELINE:-}" ] && options+=(--baseline "$CORPUSCOPE_BASELINE")
  "$corpuscope" gate "$work/audit" "${options[@]}"
  code=$?
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  echo "exit-code=$code" >>"$GITHUB_OUTPUT"
  [ -f "$sarif" ] && echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
fi
exit "$code"
