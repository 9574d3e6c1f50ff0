package dev.cairn.dialect.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.dialect.Address;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.dialect.s3.S3Domains;
import dev.cairn.model.BucketName;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Scope;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainAddressingTest {
  private final DomainAddressing addressing = new DomainAddressing(new Domains(S3Domains.DEFAULTS));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          localhost:9000, /,                  ,
          localhost:9000, /?x=/a/b,           ,
          localhost:9000, /b,                b,
          localhost:9000, /b/,               b,
          localhost:9000, /b?acl,            b,
          localhost:9000, /b/k,              b, k
          localhost:9000, /b/k?x=y/z,        b, k
          localhost:9000, /my%2Dbucket/k,    my-bucket, k
          localhost:9000, /b//,              b, /
          localhost:9000, /b//k,             b, /k
          localhost:9000, /b/a//b,           b, a//b
          localhost:9000, /b/a/./b,          b, a/./b
          localhost:9000, /b/../x,           b, ../x
          localhost:9000, /b/%2e%2e/x,       b, ../x
          localhost:9000, /b/a/,             b, a/
          localhost:9000, /b/a%2Fb,          b, a/b
          localhost:9000, /b/a%252Fb,        b, a%2Fb
          localhost:9000, /b/a+b,            b, a+b
          localhost:9000, /b/a%20b,          b, 'a b'
          localhost:9000, /b/a;b,            b, a;b
          localhost:9000, /b/%F0%9F%8E%89,   b, 🎉
          b.s3.localhost, /,                 b,
          b.s3.localhost, /k,                b, k
          b.s3.localhost, /b/k,              b, b/k
          b.s3.localhost, //k,               b, /k
          a.b.s3.localhost:9000, /k/,        a.b, k/
          s3.localhost,   /b/k,              b, k
          sts.s3.localhost, /,               ,
          ''            , /b/k,              b, k
          """)
  void findsBucketAndKey(String host, String target, String bucket, String key) {
    Address address = addressing.locate(Wire.request("GET", host, target).raw());

    assertThat(address.bucket()).isEqualTo(Optional.ofNullable(bucket).map(BucketName::new));
    assertThat(address.key()).isEqualTo(Optional.ofNullable(key).map(ObjectKey::new));
    assertThat(address.scope())
        .isEqualTo(key != null ? Scope.OBJECT : bucket != null ? Scope.BUCKET : Scope.SERVICE);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          localhost,      /b/%zz,      InvalidUri
          localhost,      /b/%,        InvalidUri
          localhost,      /b/%2,       InvalidUri
          localhost,      /b/%ff,      InvalidUri
          localhost,      /b/%c0%ae,   InvalidUri
          localhost,      /%ff/k,      InvalidUri
          localhost,      /b/a%00b,    InvalidArgument
          b.s3.localhost, /a%00b,      InvalidArgument
          localhost,      //k,         InvalidBucketName
          localhost,      /b%2Fk,      InvalidBucketName
          localhost,      /b%00/k,     InvalidBucketName
          a/b.s3.localhost, /k,        InvalidBucketName
          """)
  void refusesWhatNamesNothing(String host, String target, String failure) {
    FailureException thrown =
        catchThrowableOfType(
            FailureException.class,
            () -> addressing.locate(Wire.request("GET", host, target).raw()));

    assertThat(thrown.failure().getClass().getSimpleName()).isEqualTo(failure);
  }
}
