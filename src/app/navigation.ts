import {
  type Icon,
  IconActivity,
  IconBrowser,
  IconCalendarTime,
  IconChartBar,
  IconHeadset,
  IconHistory,
  IconMessage,
  IconPhoneOff,
  IconPhoneOutgoing,
  IconShieldLock,
  IconUsers,
  IconVolume,
} from '@tabler/icons-react';
import type { Permission } from '#src/api/wire/operations.ts';
import { paths } from './paths.ts';

/** What stands beside every page, as far as the person may open it. */
export const navigation: readonly { label: string; to: string; needs: Permission; Icon: Icon }[] = [
  { label: 'My availability', to: paths.me(), needs: 'me', Icon: IconCalendarTime },
  { label: 'Widgets', to: paths.widgets(), needs: 'widgets.list', Icon: IconBrowser },
  { label: 'Managers', to: paths.managers(), needs: 'team', Icon: IconHeadset },
  { label: 'Users', to: paths.users(), needs: 'team', Icon: IconUsers },
  { label: 'SMS', to: paths.sms(), needs: 'sms.list', Icon: IconMessage },
  { label: 'Voice', to: paths.voice(), needs: 'voice.list', Icon: IconVolume },
  { label: 'New callback', to: paths.callbacks(), needs: 'widgets.callOrSchedule', Icon: IconPhoneOutgoing },
  { label: 'Calls', to: paths.calls(), needs: 'calls.list', Icon: IconHistory },
  { label: 'Statistics', to: paths.statistics(), needs: 'team', Icon: IconChartBar },
  { label: 'Do not call', to: paths.doNotCall(), needs: 'doNotCall', Icon: IconPhoneOff },
  { label: 'Activity', to: paths.activity(), needs: 'activity', Icon: IconActivity },
  { label: 'People', to: paths.people(), needs: 'people', Icon: IconShieldLock },
];
