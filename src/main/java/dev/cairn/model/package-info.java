/**
 * Values and records of the domain, and everything that can go wrong with it. Imports the JDK only.
 */
package dev.cairn.model;
