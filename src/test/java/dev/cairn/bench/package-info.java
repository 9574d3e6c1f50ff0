/**
 * {@code make bench}: Cairn, packaged as users run it, measured against what the machine can do.
 * Every limit is taken in the same run, next to the figure that it is held against, because only
 * ratios mean anything on another machine. {@code Bench} begins it, a {@code Case} is one line of
 * the table.
 */
package dev.cairn.bench;
