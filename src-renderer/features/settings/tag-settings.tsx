import { useState, type SyntheticEvent } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { nextColour, removeTag, saveTag, useTags, type TagView } from '../../stores/tags.ts';
import { showError } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RemovalDialog } from '../../ui/removal-dialog.tsx';
import { SettingsSection } from './settings-section.tsx';
import { TagColours } from './tag-colours.tsx';
import styles from './tag-settings.module.css';

const NAME_LENGTH = 40;

/** All tags: what they are called, their colour, and how many orders carry them. */
export function TagSettings() {
  const t = useWords();
  const tags = useTags((store) => store.tags);
  return (
    <SettingsSection title={t('settings:tags.title')}>
      {tags?.length === 0 ? <p>{t('settings:tags.none')}</p> : null}
      <ul className={styles['tags']}>
        {tags?.map((tag) => (
          <li key={tag.id}>
            <TagRow key={`${tag.name} ${tag.colour}`} tag={tag} />
          </li>
        ))}
      </ul>
      <NewTag tags={tags ?? []} />
    </SettingsSection>
  );
}

/** A name stands once the field is left, a colour at once. */
function TagRow(props: { readonly tag: TagView }) {
  const t = useWords();
  const { tag } = props;
  const [name, setName] = useState(tag.name);
  const [isAsking, setIsAsking] = useState(false);
  const rename = () => {
    const wanted = name.trim();
    if (wanted === '' || wanted === tag.name) setName(tag.name);
    else {
      void saveTag(tag.id, wanted, tag.colour).catch((thrown: unknown) => {
        setName(tag.name);
        showError(thrown);
      });
    }
  };
  return (
    <div className={styles['row']}>
      <TagColours
        label={t('settings:tags.recolour', { name: tag.name })}
        colour={tag.colour}
        onPick={(colour) => void saveTag(tag.id, tag.name, colour).catch(showError)}
      />
      <input
        className={styles['name']}
        value={name}
        maxLength={NAME_LENGTH}
        aria-label={t('settings:tags.rename', { name: tag.name })}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setName(tag.name);
        }}
      />
      <small>{t('settings:tags.count', { count: tag.count })}</small>
      <IconButton
        icon="trash"
        label={t('settings:tags.remove', { name: tag.name })}
        onPress={() => setIsAsking(true)}
      />
      {isAsking ? <Removal tag={tag} onClose={() => setIsAsking(false)} /> : null}
    </div>
  );
}

function Removal(props: { readonly tag: TagView; readonly onClose: () => void }) {
  const t = useWords();
  const { name, count, id } = props.tag;
  return (
    <RemovalDialog
      title={t('settings:tags.removeTitle', { name })}
      body={count === 0 ? t('settings:tags.removeNone') : t('settings:tags.removeBody', { count })}
      keep={t('settings:tags.keep')}
      remove={t('settings:tags.removeDo')}
      onClose={props.onClose}
      onRemove={() => void removeTag(id).catch(showError)}
    />
  );
}

function NewTag(props: { readonly tags: readonly TagView[] }) {
  const t = useWords();
  const [name, setName] = useState('');
  const [colour, setColour] = useState<TagView['colour'] | null>(null);
  const shownColour = colour ?? nextColour(props.tags);
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    try {
      await saveTag(null, name.trim(), shownColour);
      setName('');
      setColour(null);
    } catch (thrown) {
      showError(thrown);
    }
  };
  return (
    <form className={styles['row']} onSubmit={(event) => void add(event)}>
      <TagColours label={t('settings:tags.colour')} colour={shownColour} onPick={setColour} />
      <input
        className={styles['name']}
        value={name}
        maxLength={NAME_LENGTH}
        placeholder={t('settings:tags.newName')}
        aria-label={t('settings:tags.newName')}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon="plus">
        {t('settings:tags.add')}
      </Button>
    </form>
  );
}
