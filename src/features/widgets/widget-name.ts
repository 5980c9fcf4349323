import type { Widget } from '#src/api/wire/widgets.ts';
import { displayUrl } from '#src/domain/widget-url.ts';

/** What a widget is called wherever it is spoken of. */
export const widgetName = ({ description, url }: Pick<Widget, 'description' | 'url'>) => description || displayUrl(url);
