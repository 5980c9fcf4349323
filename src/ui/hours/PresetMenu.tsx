import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { applyPreset, presets } from '#src/domain/business-hours/edit.ts';
import classes from './hours.module.css';
import type { HoursEditor } from './use-hours-editor.ts';

export function PresetMenu({ editor }: { editor: HoursEditor }) {
  return (
    <Menu
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          variant="default"
          className={classes.presets}
          data-focus="presets"
          rightSection={<IconChevronDown aria-hidden size={16} stroke={1.6} />}
        >
          Use a preset
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {presets.map((preset) => (
          <Menu.Item
            key={preset.name}
            onClick={() =>
              editor.change(applyPreset(editor.week, preset), { done: `The week was set to “${preset.name}”.` })
            }
          >
            {preset.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
