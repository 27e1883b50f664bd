/** A file that misses its card must not open in the window in place of the app. Returns the stop. */
export function refuseStrayDrops(): () => void {
  const refuse = (event: DragEvent) => {
    // A text field takes text, and cards carry no files.
    if (event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
  return () => {
    window.removeEventListener('dragover', refuse);
    window.removeEventListener('drop', refuse);
  };
}
