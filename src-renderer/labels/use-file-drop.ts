import { useRef, useState, type DragEvent } from 'react';

export interface FileDrop {
  /** True while files hang over the element. */
  readonly isOver: boolean;
  /** To be spread on the element that takes the files. */
  readonly dropProps: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Takes files dropped on an element; any other drag (a card) goes by untouched. */
export function useFileDrop(onFiles: (files: readonly File[]) => void): FileDrop {
  const [isOver, setIsOver] = useState(false);
  // Enter and leave also come from the children; the element is left when they balance.
  const depth = useRef(0);
  const guard = (event: DragEvent, act: () => void) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const settle = (next: number) => {
    depth.current = Math.max(0, next);
    setIsOver(depth.current > 0);
  };
  return {
    isOver,
    dropProps: {
      onDragEnter: (event) => guard(event, () => settle(depth.current + 1)),
      onDragOver: (event) =>
        guard(event, () => {
          event.dataTransfer.dropEffect = 'copy';
        }),
      onDragLeave: (event) => guard(event, () => settle(depth.current - 1)),
      onDrop: (event) =>
        guard(event, () => {
          settle(0);
          onFiles([...event.dataTransfer.files]);
        }),
    },
  };
}
