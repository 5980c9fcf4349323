import { useSuspenseQuery } from '@tanstack/react-query';
import type { Widget } from '#src/api/wire/widgets.ts';
import { localeName } from '#src/domain/locales.ts';
import { assignmentName } from '#src/domain/user-name.ts';
import { useCan } from '#src/features/session/queries.ts';
import { formatApiTime } from '#src/lib/api-time.ts';
import { formatNumber } from '#src/lib/format.ts';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { CopyBlock } from '#src/ui/CopyBlock.tsx';
import { EnabledBadge } from '#src/ui/EnabledBadge.tsx';
import { Facts } from '#src/ui/Facts.tsx';
import { widgetQueries } from './queries.ts';
import { WidgetSwitch } from './WidgetSwitch.tsx';

export function WidgetOverview() {
  const { data: widget } = useSuspenseQuery(widgetQueries.detail(useIdParam()));
  const can = useCan();
  return (
    <>
      <Facts
        facts={[
          {
            name: 'Enabled',
            value: can('widgets.update') ? <WidgetSwitch widget={widget} /> : <EnabledBadge enabled={widget.enabled} />,
          },
          { name: 'Callback requests', value: formatNumber(widget.call_requests_count) },
          { name: 'Installed', value: widget.installed_at ? formatApiTime(widget.installed_at) : 'Not yet' },
          { name: 'Locale', value: localeName(widget.locale_code) },
          {
            name: can('team') ? 'Managers' : 'You, as its manager',
            value: can('team') ? managerNames(widget) : ownState(widget),
          },
          { name: 'SMS sender', value: widget.company_sms_name || 'Not set' },
          { name: 'Widget ID', value: <span className="tabular">{widget.id}</span> },
        ]}
      />
      {widget.widget_code && (
        <CopyBlock
          heading="Installation code"
          hint="CallPage’s code of this widget. Their installation guide says where it goes on your site."
          text={widget.widget_code}
        />
      )}
    </>
  );
}

function managerNames({ managers }: Widget): string {
  if (managers.length === 0) return 'None: nobody is called';
  return managers.map((manager) => `${assignmentName(manager)}${manager.enabled ? '' : ' (switched off)'}`).join(', ');
}

/** Whoever sees no colleagues is the only one there. */
const ownState = ({ managers }: Widget) => <EnabledBadge enabled={managers.some(({ enabled }) => enabled)} />;
