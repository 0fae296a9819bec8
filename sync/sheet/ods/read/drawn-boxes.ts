import type { DrawnBox } from '../../workbook.ts';
import type { Tag } from '../../xml.ts';
import { form } from '../namespaces.ts';
import type { Context } from './walk.ts';

const xml: ReadonlySet<string> = new Set(['http://www.w3.org/XML/1998/namespace']);

/** More than these on one sheet are no form that anybody ticks. */
const most = 10_000;

/** Gathers the check boxes and option buttons that the forms of a sheet declare, and the cells that they hang on. */
export class DrawnBoxes implements Context {
  readonly #boxes = new Set<string>();
  readonly #places = new Map<string, NonNullable<DrawnBox['at']>>();

  readonly child = (tag: Tag): Context | null => {
    if (!form.has(tag.uri)) return null;
    const id = tag.attributeOf(form, 'id') ?? tag.attributeOf(xml, 'id');
    const isBox = tag.local === 'checkbox' || tag.local === 'radio';
    if (isBox && id !== undefined && this.#boxes.size < most) this.#boxes.add(id);
    return tag.local === 'form' ? this : null;
  };

  place(control: string, row: number, column: number): void {
    if (this.#places.size < most) this.#places.set(control, { row, column });
  }

  all(): readonly DrawnBox[] {
    return [...this.#boxes].map(id => ({ at: this.#places.get(id) ?? null }));
  }
}
