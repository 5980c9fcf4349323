import { useSearchParams } from 'react-router-dom';
import { useIdParam } from './use-id-param.ts';

/** The widget that a page is about: of the route, or the one chosen on the page, which `?widget=` holds. */
export function useWidgetParam(): number {
  const ofRoute = useIdParam();
  const chosen = useSearchParams()[0].get('widget') ?? '';
  if (!Number.isNaN(ofRoute)) return ofRoute;
  return /^[1-9]\d*$/.test(chosen) ? Number(chosen) : Number.NaN;
}
