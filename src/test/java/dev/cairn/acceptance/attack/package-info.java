/**
 * Attacks that other object stores have suffered, tried on this one: each test bears the name of
 * the attack, and sees that nothing has happened, whatever was answered. What belongs to an
 * operation is tried beside it too: {@code s3.badinput}, {@code postobject.BadForms}, {@code
 * sts.BadTokenBehaviour}, {@code onestore.MixedRequests}; what is changed at random, in {@code
 * fuzz}.
 *
 * <p>What there is nothing here to try on:
 *
 * <ul>
 *   <li>OpenID Connect, LDAP and web identities (discovery that is led inside, redirects made of
 *       the Host): accounts have keys, and nothing else.
 *   <li>A console on the same origin (stored scripts that act as an administrator): there is none.
 *   <li>Archives that are unpacked at the upload (names that leave the folder, bombs): none is.
 *   <li>Versions read with the right to what has none, holds and retention that are passed by
 *       headers or by records that cannot be read, encryption that is claimed and not done: not
 *       built, and refused as {@code NotImplemented}, never ignored.
 *   <li>Replication, webhooks, callbacks, mirrors: the service opens no connection but to its
 *       database.
 *   <li>Policies of buckets ({@code ForAllValues}, {@code aws:SourceIp} out of {@code
 *       X-Forwarded-For}): there are none; those of sessions have conditions on two parameters
 *       only, and anything else in one is refused.
 *   <li>Links in the data folder: whoever may write there has the bytes anyway. No name that a
 *       client chooses becomes a path.
 *   <li>A request that is sent again within the quarter of an hour of its date: the signatures of
 *       all four vendors allow it.
 *   <li>Ports of the inside: the private PostgreSQL listens on the loopback alone, with a password;
 *       {@code PrivatePostgresTest} sees to it.
 * </ul>
 */
package dev.cairn.acceptance.attack;
