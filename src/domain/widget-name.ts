import { displayUrl } from './widget-url.ts';

/** What a widget is called wherever it is spoken of: its description, or its address without the scheme. */
export const widgetName = ({ description, url }: { description: string; url: string }) =>
  description || displayUrl(url);
