#!/bin/sh
# Run as root once the package's files are gone; also in the middle of an upgrade, when the next version needs what this
# would take away: rpm then says how many versions are left, dpkg that it upgrades.
case "$1" in
  1 | upgrade | failed-upgrade | abort-upgrade) exit 0 ;;
esac

command_line='/opt/${sanitizedProductName}/resources/cli/usher'
link='/usr/bin/usher'
if command -v update-alternatives >/dev/null 2>&1; then
  update-alternatives --remove usher "$command_line" || true
fi
# Also where update-alternatives could not make it.
if [ -L "$link" ] && [ "$(readlink "$link")" = "$command_line" ]; then
  rm -f "$link"
fi

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
  # The running kernel keeps it otherwise until the next start.
  if apparmor_status --enabled >/dev/null 2>&1; then
    if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
      apparmor_parser --remove "$profile" || true
    fi
  fi
  rm -f "$profile"
fi
exit 0
