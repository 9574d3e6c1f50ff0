package dev.cairn.acceptance.attack;

/** Everything that an attacker would try. */
interface AllAttacks
    extends SignatureAttacks,
        DialectConfusion,
        PathAttacks,
        AuthorisationAttacks,
        ParserAttacks,
        OutputAttacks,
        RaceAttacks {}
