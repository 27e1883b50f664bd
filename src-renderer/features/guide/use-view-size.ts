import { useEffect, useState } from 'react';

function viewSize(): { readonly width: number; readonly height: number } {
  return { width: window.innerWidth, height: window.innerHeight };
}

/** The window's inside in CSS px; zooming changes it as well. */
export function useViewSize(): ReturnType<typeof viewSize> {
  const [size, setSize] = useState(viewSize);
  useEffect(() => {
    const onResize = () => setSize(viewSize());
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return size;
}
