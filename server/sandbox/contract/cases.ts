import { callCases } from './calls.ts';
import type { ContractCase } from './case.ts';
import { peopleCases } from './people.ts';
import { templateCases } from './templates.ts';
import { widgetCases } from './widgets.ts';

/** One for every operation of the API. */
export const contract: ContractCase[] = [...widgetCases, ...peopleCases, ...templateCases, ...callCases];
