#!/bin/sh
# Run as root once the package is unpacked. Filled in by electron-builder, which also knows what stands below the link:
# it is what its own script does.

# `usher` in a terminal is the command line. The window is started by its desktop entry.
command_line='/opt/${sanitizedProductName}/resources/cli/usher'
link='/usr/bin/usher'
if command -v update-alternatives >/dev/null 2>&1; then
  # One that was made without update-alternatives would be in its way.
  if [ -L "$link" ] && [ "$(readlink "$link")" != '/etc/alternatives/usher' ]; then
    rm -f "$link"
  fi
  update-alternatives --install "$link" usher "$command_line" 100 || ln -sf "$command_line" "$link"
else
  ln -sf "$command_line" "$link"
fi

# SECURITY: Chromium's sandbox needs user namespaces, or, where the system allows none, a helper that runs as root.
sandbox='/opt/${sanitizedProductName}/chrome-sandbox'
if [ -L /proc/self/ns/user ] && unshare --user true >/dev/null 2>&1; then
  chmod 0755 "$sandbox" || true
else
  chmod 4755 "$sandbox" || true
fi

if command -v update-mime-database >/dev/null 2>&1; then
  update-mime-database /usr/share/mime || true
fi
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database /usr/share/applications || true
fi

# Ubuntu 24.04 and later allow user namespaces only to programs with a profile. An AppArmor that does not understand the
# profile is older than that rule.
profile_source='/opt/${sanitizedProductName}/resources/apparmor-profile'
profile='/etc/apparmor.d/${executable}'
if apparmor_status --enabled >/dev/null 2>&1; then
  if apparmor_parser --skip-kernel-load --debug "$profile_source" >/dev/null 2>&1; then
    cp -f "$profile_source" "$profile"
    # In an image that is only being made there is no kernel of its own to tell.
    if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
      apparmor_parser --replace --write-cache --skip-read-cache "$profile" || true
    fi
  else
    echo 'usher: AppArmor here does not know profiles of this kind, so none is installed.'
  fi
fi
exit 0
