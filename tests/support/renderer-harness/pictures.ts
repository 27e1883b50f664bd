const svg = (body: string) =>
  `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44">${body}</svg>`)}`;

/** Small drawings of goods. */
export const PICTURES = {
  mug: svg(
    '<path d="M28 18.5h2.5a4 4 0 0 1 0 9H27" fill="none" stroke="#9cb6c0" stroke-width="2.5"/><path d="M11 14.5h18v11.5a6.5 6.5 0 0 1-6.5 6.5h-5a6.5 6.5 0 0 1-6.5-6.500z" fill="#a9c0c9"/><ellipse cx="20" cy="14.5" rx="9" ry="2.4" fill="#8ba7b2"/>',
  ),
  scarf: svg(
    '<path d="M13 9c6 4 12 4 18 0l2 7c-7 4-15 4-22 0z" fill="#b98a5e"/><path d="M16 18l9 1 2 17h-8z" fill="#c89b70"/>',
  ),
  lamp: svg(
    '<path d="M13 34h18v2.500H13z" fill="#8d8a83"/><path d="M21 34V22l8-8" fill="none" stroke="#8d8a83" stroke-width="2"/><path d="m24 10 10 8-6 3-7-6z" fill="#c79a3e"/>',
  ),
  socks: svg('<path d="M12 9h8v14l6 5-4 6-10-8z" fill="#6f8f78"/><path d="M24 9h8v12l5 5-4 6-9-7z" fill="#88a790"/>'),
  mat: svg(
    '<rect x="8" y="13" width="28" height="19" rx="2" fill="#a9584f"/><path d="M12 17h20v11H12z" fill="none" stroke="#d9a49d"/>',
  ),
  book: svg('<path d="M13 9h18v26H13z" fill="#77736b"/><path d="M13 9h4v26h-4z" fill="#5b5851"/>'),
  comb: svg(
    '<path d="M8 17h28v6H8z" fill="#7a5136"/><path d="M10 23v10M15 23v10M20 23v10M25 23v10M30 23v10M34 23v10" stroke="#936546" stroke-width="2"/>',
  ),
} as const;
export type PictureName = keyof typeof PICTURES;
