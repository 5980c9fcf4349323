import { useParams } from 'react-router-dom';

/** The `:id` of the route as a number; NaN for what is none, which no API knows either. */
export function useIdParam(): number {
  const { id = '' } = useParams();
  return /^[1-9]\d*$/.test(id) ? Number(id) : Number.NaN;
}
