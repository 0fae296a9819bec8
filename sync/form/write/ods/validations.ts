import { columnTitles } from '../../columns.ts';
import { element } from './element.ts';

/** Names each list of choices once. */
export class Choices {
  readonly #base: string;
  readonly #lists = new Map<string, readonly string[]>();

  /** @param base the cell that the rules are seen from; any will do, since they name no cells */
  constructor(base: string) {
    this.#base = base;
  }

  nameOf(choices: readonly string[]): string {
    const known = [...this.#lists].find(([, list]) => list.join('\n') === choices.join('\n'));
    if (known) return known[0];
    const name = `val${this.#lists.size + 1}`;
    this.#lists.set(name, choices);
    return name;
  }

  get xml(): string {
    const rules = [...this.#lists].map(([name, list]) =>
      element(
        'table:content-validation',
        {
          'table:name': name,
          'table:condition': `of:cell-content-is-in-list(${list.map(choice => `"${choice.replaceAll('"', '""')}"`).join(';')})`,
          'table:allow-empty-cell': 'true',
          'table:display-list': 'unsorted',
          'table:base-cell-address': this.#base,
        },
        element(
          'table:error-message',
          { 'table:title': columnTitles.result, 'table:message-type': 'stop', 'table:display': 'true' },
          element('text:p', {}, `請選擇：${list.join('、')}`),
        ),
      ),
    );
    return rules.length === 0 ? '' : element('table:content-validations', {}, rules.join(''));
  }
}
