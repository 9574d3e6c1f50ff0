package dev.cairn.core.body;

import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** A stream in each lane of the widest vectors that the processor has, which may be 16 of them. */
final class VectorMd5Lanes implements Md5Lanes {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WORDS = BLOCK / Integer.BYTES;
  private static final int STEPS = 64;
  private static final ValueLayout.OfLong TWO_WORDS =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** T of the RFC, each in all lanes. */
  private static final int[] SINES = sines();

  /** How far each step rotates: by four distances in turn, others in every round. */
  private static final int[] ROTATIONS = rotations();

  private static int[] sines() {
    int[] sines = new int[STEPS * LANES];
    for (int i = 0; i < STEPS; i++) {
      int sine = (int) (long) (Math.abs(Math.sin(i + 1)) * 0x1p32);
      Arrays.fill(sines, i * LANES, (i + 1) * LANES, sine);
    }
    return sines;
  }

  private static int[] rotations() {
    int[][] ofRounds = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    int[] rotations = new int[STEPS];
    Arrays.setAll(rotations, i -> ofRounds[i / WORDS][i % 4]);
    return rotations;
  }

  @Override
  public int count() {
    return LANES;
  }

  @Override
  public void compress(int[][] states, MemorySegment[] inputs, int blocks) {
    int[] state = new int[STATE * LANES];
    for (int lane = 0; lane < states.length; lane++) {
      for (int i = 0; i < STATE; i++) {
        state[i * LANES + lane] = states[lane][i];
      }
    }
    int[] words = new int[WORDS * LANES];
    for (int block = 0; block < blocks; block++) {
      for (int lane = 0; lane < inputs.length; lane++) {
        spread(inputs[lane], (long) block * BLOCK, words, lane);
      }
      compress(state, words);
    }
    for (int lane = 0; lane < states.length; lane++) {
      for (int i = 0; i < STATE; i++) {
        states[lane][i] = state[i * LANES + lane];
      }
    }
  }

  private static void spread(MemorySegment input, long offset, int[] words, int lane) {
    for (int i = 0; i < WORDS; i += 2) {
      long both = input.get(TWO_WORDS, offset + (long) i * Integer.BYTES);
      words[i * LANES + lane] = (int) both;
      words[(i + 1) * LANES + lane] = (int) (both >>> Integer.SIZE);
    }
  }

  // All in one piece: a vector that is handed to a method of ours is sometimes boxed, at
  // twenty times the cost. The functions are the RFC's; F is written so that it needs no NOT, and
  // the two halves of G, which have no bit in common, are added, one before B is known.
  private static void compress(int[] state, int[] words) {
    IntVector a = IntVector.fromArray(SPECIES, state, 0);
    IntVector b = IntVector.fromArray(SPECIES, state, LANES);
    IntVector c = IntVector.fromArray(SPECIES, state, 2 * LANES);
    IntVector d = IntVector.fromArray(SPECIES, state, 3 * LANES);
    for (int i = 0; i < 16; i++) {
      IntVector sum = a.add(IntVector.fromArray(SPECIES, SINES, i * LANES));
      sum = sum.add(IntVector.fromArray(SPECIES, words, i * LANES));
      sum = sum.add(b.and(c.lanewise(XOR, d)).lanewise(XOR, d));
      a = d;
      d = c;
      c = b;
      b = b.add(sum.lanewise(ROL, ROTATIONS[i]));
    }
    for (int i = 16; i < 32; i++) {
      IntVector sum = a.add(IntVector.fromArray(SPECIES, SINES, i * LANES));
      sum = sum.add(IntVector.fromArray(SPECIES, words, ((5 * i + 1) & 15) * LANES));
      sum = sum.add(d.not().and(c)).add(d.and(b));
      a = d;
      d = c;
      c = b;
      b = b.add(sum.lanewise(ROL, ROTATIONS[i]));
    }
    for (int i = 32; i < 48; i++) {
      IntVector sum = a.add(IntVector.fromArray(SPECIES, SINES, i * LANES));
      sum = sum.add(IntVector.fromArray(SPECIES, words, ((3 * i + 5) & 15) * LANES));
      sum = sum.add(c.lanewise(XOR, d).lanewise(XOR, b));
      a = d;
      d = c;
      c = b;
      b = b.add(sum.lanewise(ROL, ROTATIONS[i]));
    }
    for (int i = 48; i < 64; i++) {
      IntVector sum = a.add(IntVector.fromArray(SPECIES, SINES, i * LANES));
      sum = sum.add(IntVector.fromArray(SPECIES, words, (7 * i & 15) * LANES));
      sum = sum.add(b.or(d.not()).lanewise(XOR, c));
      a = d;
      d = c;
      c = b;
      b = b.add(sum.lanewise(ROL, ROTATIONS[i]));
    }
    a.add(IntVector.fromArray(SPECIES, state, 0)).intoArray(state, 0);
    b.add(IntVector.fromArray(SPECIES, state, LANES)).intoArray(state, LANES);
    c.add(IntVector.fromArray(SPECIES, state, 2 * LANES)).intoArray(state, 2 * LANES);
    d.add(IntVector.fromArray(SPECIES, state, 3 * LANES)).intoArray(state, 3 * LANES);
  }
}
