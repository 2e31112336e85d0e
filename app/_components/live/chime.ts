/** So long nothing else is heard, in any tab: what comes in together makes one sound. */
const restMs = 3_000;
const tones = [
  { hertz: 660, from: 0 },
  { hertz: 880, from: 0.12 },
];
const toneSeconds = 0.18;
const loudness = 0.12;

let context: AudioContext | null = null;

/**
 * Two short tones, made here. Silent where nobody looks (the browser's own message is heard there) and until somebody has
 * touched the page, as browsers want it. Of several tabs the one that gets the lock is heard.
 */
export async function chime(): Promise<void> {
  if (document.hidden || !navigator.userActivation?.hasBeenActive) return;
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return play();
  await locks.request("clientpulse:sound", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    play();
    await new Promise((done) => setTimeout(done, restMs));
  });
}

function play(): void {
  context ??= new AudioContext();
  void context.resume();
  const start = context.currentTime;
  for (const { hertz, from } of tones) {
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(loudness, start + from);
    // Faded, since a tone that is cut off clicks.
    volume.gain.exponentialRampToValueAtTime(0.001, start + from + toneSeconds);
    tone.connect(volume).connect(context.destination);
    tone.start(start + from);
    tone.stop(start + from + toneSeconds);
  }
}
