/** A plain M that is not part of typing, of a shortcut, or of a dialog that stands in front. */
export const isMintKey = (event: KeyboardEvent): boolean => {
  if (event.key.toLowerCase() !== 'm' || event.repeat || event.defaultPrevented) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target;
  return !(
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') !==
      null
  );
};
