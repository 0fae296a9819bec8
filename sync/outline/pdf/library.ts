import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Drawing } from './draw-page.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import type { Typeface } from './pen.ts';

/** Why the library refuses a file. */
export type Refused = 'pdf_encrypted' | 'pdf_corrupt';

export interface OpenPdf {
  readonly pages: number;
  /** Rejects when the page cannot be made out. */
  draw(page: number): Promise<Drawing>;
  readonly pathUse: (code: unknown) => string;
  close(): Promise<void>;
}

// The canvas is 35 MB of machine code that the library loads when it finds it, and that only painting needs.
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === '@napi-rs/canvas') throw new Error('Nothing is painted here.');
    return next(specifier, context);
  },
});

const inPackage = (folder: string): string =>
  fileURLToPath(new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')));

/**
 * Opens a document with pdf.js. Nothing is fetched, run or painted: the tables of character codes and the fonts that every
 * reader must know come from the package, scripts and forms stay shut, and pictures are not decoded.
 */
export async function openPdf(data: Uint8Array): Promise<OpenPdf | Refused> {
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = library.getDocument({
    data,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    stopAtErrors: false,
    cMapUrl: inPackage('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: inPackage('standard_fonts'),
    verbosity: 0,
  });
  try {
    const opened = await task.promise;
    const names = new Map(Object.entries(library.OPS).map(([name, code]) => [code as number, name]));
    const nameOf = (code: unknown): string => names.get(code as number) ?? '';
    return {
      pages: opened.numPages,
      pathUse: nameOf,
      close: () => task.destroy(),
      async draw(number) {
        const page = await opened.getPage(number);
        const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
        const { width, height, transform } = page.getViewport({ scale: 1 });
        const fontOf = (name: string): Typeface | null => {
          if (!page.commonObjs.has(name)) return null;
          const font: unknown = page.commonObjs.get(name);
          return font !== null && typeof font === 'object' ? typefaceOf(font) : null;
        };
        const drawing: Drawing = {
          page: number,
          width,
          height,
          base: matrixOf(transform) as Matrix,
          operators: (function* () {
            for (const [i, code] of fnArray.entries()) yield [nameOf(code), (argsArray[i] ?? []) as unknown[]] as const;
          })(),
          fontOf,
        };
        page.cleanup();
        return drawing;
      },
    };
  } catch (error) {
    await task.destroy();
    return error instanceof library.PasswordException ? 'pdf_encrypted' : 'pdf_corrupt';
  }
}

function typefaceOf(font: { readonly vertical?: unknown; readonly fontMatrix?: unknown }): Typeface {
  const scale = matrixOf(font.fontMatrix)?.[0];
  return { vertical: font.vertical === true, scale: scale && Math.abs(scale) < 1 ? scale : 0.001 };
}
