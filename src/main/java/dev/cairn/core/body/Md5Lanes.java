package dev.cairn.core.body;

import java.lang.foreign.MemorySegment;

/**
 * The compression function of MD5 (RFC 1321, 3.4) for several streams side by side. One MD5 is a
 * chain in which every operation waits for the one before it, so a core that computes one is mostly
 * idle; others in the same vector registers cost nothing.
 */
interface Md5Lanes {
  /** Bytes of a block. */
  int BLOCK = 64;

  /** Words of 32 bits of a state: A, B, C and D. */
  int STATE = 4;

  /** How many streams fit side by side. */
  int count();

  /**
   * Takes the first blocks of every stream.
   *
   * @param states of each stream its state, which is changed
   * @param inputs of each stream its bytes
   * @param blocks how many of 64 bytes there are in each
   */
  void compress(int[][] states, MemorySegment[] inputs, int blocks);
}
