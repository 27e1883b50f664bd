import { onEvent } from '../client/client.ts';

const PEAK = 0.12;
const NOTE_SECONDS = 0.22;
/** A rising fifth: short, and unlike the sounds of the systems. */
const NOTES_HZ = [659.3, 987.8] as const;

/** Sounds when orders come in and the seller wants to hear it. Returns the stop. */
export function watchChime(): () => void {
  return onEvent('app.chime', chime);
}

function chime(): void {
  const audio = new AudioContext();
  const beganAt = audio.currentTime;
  NOTES_HZ.forEach((frequency, index) => {
    const from = beganAt + (index * NOTE_SECONDS) / 2;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(PEAK, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, from + NOTE_SECONDS);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + NOTE_SECONDS);
    if (index === NOTES_HZ.length - 1) tone.addEventListener('ended', () => void audio.close().catch(() => undefined));
  });
}
