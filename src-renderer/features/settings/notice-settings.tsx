import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { Field } from '../../ui/field.tsx';
import fieldStyles from '../../ui/field.module.css';
import { CheckBox } from './check-box.tsx';
import { minuteOf, timeText } from './day-minutes.ts';
import { SettingsSection } from './settings-section.tsx';
import styles from './settings-page.module.css';
import type { SettingsProps } from './settings-props.ts';

/** When the app may call out: notices, a sound, and the hours in which it keeps still. */
export function NoticeSettings(props: SettingsProps) {
  const t = useWords();
  const { preferences, change } = props;
  return (
    <SettingsSection title={t('settings:notices.title')}>
      <CheckBox
        text={t('settings:notices.on')}
        isOn={preferences.hasNotices}
        onChange={(hasNotices) => change({ hasNotices })}
      />
      <CheckBox
        text={t('settings:alarms.on')}
        isOn={preferences.hasAlarms}
        onChange={(hasAlarms) => change({ hasAlarms })}
      />
      <CheckBox
        text={t('settings:notices.sound')}
        isOn={preferences.hasSound}
        onChange={(hasSound) => change({ hasSound })}
      />
      <div>
        <CheckBox
          text={t('settings:notices.quiet')}
          isOn={preferences.hasQuietHours}
          onChange={(hasQuietHours) => change({ hasQuietHours })}
        />
        {preferences.hasQuietHours ? (
          <div className={styles['hours']}>
            <TimeField
              label={t('settings:notices.from')}
              minute={preferences.quietFromMinute}
              onChange={(quietFromMinute) => change({ quietFromMinute })}
            />
            <TimeField
              label={t('settings:notices.to')}
              minute={preferences.quietToMinute}
              onChange={(quietToMinute) => change({ quietToMinute })}
            />
          </div>
        ) : null}
        <p className={styles['hint']}>{t('settings:notices.quietHelp')}</p>
      </div>
    </SettingsSection>
  );
}

/** A time of day; an empty or half-typed one changes nothing. */
function TimeField(props: {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}) {
  // What is typed stands at once; the preferences follow.
  const [text, setText] = useState(() => timeText(props.minute));
  return (
    <Field label={props.label}>
      {(ids) => (
        <input
          {...ids}
          type="time"
          className={fieldStyles['control']}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            const minute = minuteOf(event.target.value);
            if (minute !== null) props.onChange(minute);
          }}
          onBlur={() => setText(timeText(minuteOf(text) ?? props.minute))}
        />
      )}
    </Field>
  );
}
