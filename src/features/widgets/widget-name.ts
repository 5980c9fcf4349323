export { widgetName } from '#src/domain/widget-name.ts';
