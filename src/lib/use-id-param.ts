import { useParams } from 'react-router-dom';

/** The `:id` of the route, or the parameter of another name, as a number; NaN for what is none, which no API knows either. */
export function useIdParam(name = 'id'): number {
  const id = useParams()[name] ?? '';
  return /^[1-9]\d*$/.test(id) ? Number(id) : Number.NaN;
}
