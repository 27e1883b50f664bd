import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** FORMTYPE_NONE (fpdf_formfill.h). */
const NO_FORM = 0;

/** What is filled into a document's form: PDFium draws it apart from the page (fpdf_formfill.h, FPDF_FFLDraw). */
export interface PdfForm {
  opened(page: number): void;
  /** Draws the fields over a drawn page. */
  draw(bitmap: number, page: number, left: number, top: number, width: number, height: number, flags: number): void;
  closing(page: number): void;
  /** Before the document is closed. */
  close(): void;
}

/** The document's form; null for the many that have none. */
export function openForm(module: WrappedPdfiumModule, document: number): PdfForm | null {
  if (module.FPDF_GetFormType(document) === NO_FORM) return null;
  const info = module.PDFiumExt_OpenFormFillInfo();
  const form = module.PDFiumExt_InitFormFillEnvironment(document, info);
  // No coloured ground under the fields.
  module.FPDF_SetFormFieldHighlightAlpha(form, 0);
  return {
    opened: (page) => module.FORM_OnAfterLoadPage(page, form),
    draw: (bitmap, page, left, top, width, height, flags) =>
      module.FPDF_FFLDraw(form, bitmap, page, left, top, width, height, 0, flags),
    closing: (page) => module.FORM_OnBeforeClosePage(page, form),
    close: () => {
      module.PDFiumExt_ExitFormFillEnvironment(form);
      module.PDFiumExt_CloseFormFillInfo(info);
    },
  };
}
