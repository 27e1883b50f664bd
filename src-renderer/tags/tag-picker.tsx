import { useId, useState, type KeyboardEvent } from 'react';
import { tagSchema } from '../../src-main/contract/methods/tags.ts';
import { asCallError } from '../client/call-error.ts';
import { errorText } from '../i18n/code-text.ts';
import { useWords } from '../i18n/use-words.ts';
import { nextColour, putTags, saveTag, useTags, type TagView } from '../stores/tags.ts';
import { Field } from '../ui/field.tsx';
import fieldStyles from '../ui/field.module.css';
import { Icon } from '../ui/icon.tsx';
import { stepOption, TAG_NAME_MAX_LENGTH, tagOptions, type TagOption } from './tag-choice.ts';
import { TagDot } from './tag-chip.tsx';
import styles from './tag-picker.module.css';

type TagColour = TagView['colour'];

/**
 * Puts tags on orders and takes them off, by typing: the arrows choose, Enter does it, a name that no tag has becomes a
 * new tag. `onIds` are the tags that all of the orders carry.
 */
export function TagPicker(props: { readonly orderIds: readonly string[]; readonly onIds: readonly string[] }) {
  const t = useWords();
  const listId = useId();
  const picker = useTagPicker(props.orderIds, props.onIds);
  const { options, typed, active } = picker;
  return (
    <div className={styles['picker']}>
      <Field label={t('tagging:title')}>
        {(ids) => (
          <input
            {...ids}
            className={fieldStyles['control']}
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={options.length === 0 ? undefined : `${listId}-${active}`}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={TAG_NAME_MAX_LENGTH}
            placeholder={t('tagging:find')}
            value={typed}
            onChange={(event) => picker.type(event.target.value)}
            onKeyDown={picker.onKeyDown}
          />
        )}
      </Field>
      {options.length === 0 ? (
        <p className={styles['none']}>{t('tagging:none')}</p>
      ) : (
        <ul id={listId} className={styles['list']} role="listbox" aria-multiselectable aria-label={t('tagging:title')}>
          {options.map((option, index) => (
            <Option
              key={option.kind === 'tag' ? option.tag.id : ''}
              id={`${listId}-${index}`}
              option={option}
              colour={picker.colour}
              isActive={index === active}
              onPick={() => void picker.pick(option)}
            />
          ))}
        </ul>
      )}
      {options.some(({ kind }) => kind === 'new') ? (
        <Colours colour={picker.colour} onChange={picker.setColour} />
      ) : null}
      {picker.fault === null ? null : (
        <p className={styles['fault']} role="alert">
          {picker.fault}
        </p>
      )}
    </div>
  );
}

function Option(props: {
  readonly id: string;
  readonly option: TagOption;
  readonly colour: TagColour;
  readonly isActive: boolean;
  readonly onPick: () => void;
}) {
  const t = useWords();
  const { option } = props;
  const isOn = option.kind === 'tag' && option.isOn;
  return (
    <li
      id={props.id}
      className={styles['option']}
      role="option"
      aria-selected={isOn}
      data-active={props.isActive ? '' : undefined}
      // The field keeps the focus; a press must not take it.
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.onPick}
    >
      <TagDot colour={option.kind === 'tag' ? option.tag.colour : props.colour} />
      <span>{option.kind === 'tag' ? option.tag.name : t('tagging:create', { name: option.name })}</span>
      {option.kind === 'tag' && !isOn && option.tag.count > 0 ? <small>{option.tag.count}</small> : null}
      {isOn ? <Icon name="check" size={14} /> : null}
    </li>
  );
}

function Colours(props: { readonly colour: TagColour; readonly onChange: (colour: TagColour) => void }) {
  const t = useWords();
  const name = useId();
  return (
    <fieldset className={styles['colours']}>
      <legend>{t('tagging:colour')}</legend>
      {tagSchema.shape.colour.options.map((colour) => (
        <label key={colour} className={styles['colour']} title={t(`tagging:colours.${colour}`)}>
          <input
            type="radio"
            name={name}
            checked={colour === props.colour}
            aria-label={t(`tagging:colours.${colour}`)}
            onChange={() => props.onChange(colour)}
          />
          <TagDot colour={colour} />
        </label>
      ))}
    </fieldset>
  );
}

function useTagPicker(orderIds: readonly string[], onIds: readonly string[]) {
  const tags = useTags((store) => store.tags) ?? [];
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [chosen, setColour] = useState<TagColour | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const options = tagOptions(tags, onIds, typed);
  const colour = chosen ?? nextColour(tags);
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
    setFault(null);
  };
  const pick = async (option: TagOption) => {
    setFault(null);
    try {
      const id = option.kind === 'tag' ? option.tag.id : await saveTag(null, option.name, colour);
      const isOn = option.kind === 'tag' && option.isOn;
      await putTags(orderIds, isOn ? [] : [id], isOn ? [id] : []);
      setColour(null);
      type('');
    } catch (thrown) {
      setFault(errorText(asCallError(thrown)));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    const option = options[active];
    if (by !== null) setActive(stepOption(active, by, options.length));
    else if (event.key === 'Enter' && option !== undefined) void pick(option);
    else return;
    event.preventDefault();
  };
  return {
    options,
    typed,
    type,
    active: Math.min(active, Math.max(0, options.length - 1)),
    colour,
    setColour,
    fault,
    pick,
    onKeyDown,
  };
}
