import { useEffect, useRef } from 'react';

/** Takes files and pictures that are pasted while this is on screen; text goes on into the field that is typed in. */
export function usePasteFiles(onFiles: (files: readonly File[]) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const hear = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || isTextPaste(event) || isOverDialog()) return;
      event.preventDefault();
      latest.current(files);
    };
    window.addEventListener('paste', hear);
    return () => window.removeEventListener('paste', hear);
  }, []);
}

/** Programs put a picture of the text beside the text: in a field the text is meant. */
function isTextPaste(event: ClipboardEvent): boolean {
  const isField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
  return isField && event.clipboardData?.types.includes('text/plain') === true;
}

/** A modal dialog over the screen: what is pasted there is not meant for the order under it. */
function isOverDialog(): boolean {
  return document.querySelector('[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"]') !== null;
}
