package dev.cairn.core.body;

import java.lang.foreign.MemorySegment;

/**
 * The compression function of MD5 (RFC 1321, 3.4) for several streams side by side. One MD5 is a
 * chain in which every operation waits for the one before it, so a core that computes one is mostly
 * idle: those of others in the same vector registers are computed in the same time.
 */
interface Md5Lanes {
  /** Bytes of a block. */
  int BLOCK = 64;

  /** Words of 32 bits of a state: A, B, C and D. */
  int STATE = 4;

  /** How many streams fit side by side. */
  int count();

  /**
   * Takes the first blocks of every stream; of {@link #count()} streams at most.
   *
   * @param states of each stream its state, which is changed
   * @param inputs of each stream its bytes
   * @param blocks how many blocks of 64 bytes to take of each input
   */
  void compress(int[][] states, MemorySegment[] inputs, int blocks);
}
