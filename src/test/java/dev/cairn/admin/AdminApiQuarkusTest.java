package dev.cairn.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.cairn.boot.RunningCairn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@WithTestResource(RunningCairn.class)
class AdminApiQuarkusTest {

  private static final String ACCOUNTS = "/-/admin/v1/accounts";
  private static final String ROOT = RunningCairn.ROOT_ACCESS_KEY_ID;
  private static final String SECRET = RunningCairn.ROOT_SECRET_ACCESS_KEY;

  private final String id = "account-" + UUID.randomUUID();

  @Test
  void makesShowsListsAndDeletesAnAccount() {
    root()
        .body("{\"id\":\"%s\",\"displayName\":\"Ann\",\"email\":\"a@b.c\"}".formatted(id))
        .post(ACCOUNTS)
        .then()
        .statusCode(201)
        .header("Location", containsString(ACCOUNTS + "/" + id))
        .body("id", equalTo(id))
        .body("displayName", equalTo("Ann"))
        .body("email", equalTo("a@b.c"));

    root().get(ACCOUNTS + "/" + id).then().statusCode(200).body("displayName", equalTo("Ann"));
    root().get(ACCOUNTS).then().statusCode(200).body("accounts.id", hasItems("root", id));
    root().delete(ACCOUNTS + "/" + id).then().statusCode(204);
    refused(root().get(ACCOUNTS + "/" + id).then(), 404, "NoSuchAccount");
  }

  @Test
  void makesAnIdWhereNoneIsGiven() {
    root()
        .body("{}")
        .post(ACCOUNTS)
        .then()
        .statusCode(201)
        .body("id", matchesPattern("[0-9a-f]{32}"));
  }

  @Test
  void showsASecretOnlyInTheAnswerThatMakesIt() {
    account();
    String key =
        root()
            .post(ACCOUNTS + "/" + id + "/keys")
            .then()
            .statusCode(201)
            .body("secretAccessKey", matchesPattern("[A-Za-z0-9]{40}"))
            .header("Cache-Control", "no-store")
            .extract()
            .path("accessKeyId");

    root()
        .get(ACCOUNTS + "/" + id + "/keys")
        .then()
        .statusCode(200)
        .body("keys.accessKeyId", hasItem(key))
        .body(not(containsString("secret")));
  }

  @Test
  void takesAKeyThatIsGivenAndDeletesIt() {
    account();
    String keys = ACCOUNTS + "/" + id + "/keys";
    String key = "AK" + UUID.randomUUID();
    root()
        .body("{\"accessKeyId\":\"%s\",\"secretAccessKey\":\"one-of-my-own\"}".formatted(key))
        .post(keys)
        .then()
        .statusCode(201)
        .body("accessKeyId", equalTo(key))
        .body("secretAccessKey", equalTo("one-of-my-own"));

    root().delete(keys + "/" + key).then().statusCode(204);
    root().get(keys).then().body("keys", empty());
    refused(root().delete(keys + "/" + key).then(), 404, "NoSuchAccessKey");
  }

  @Test
  void refusesTheKeyOfAnotherAccount() {
    account();
    refused(
        root()
            .body("{\"accessKeyId\":\"" + ROOT + "\"}")
            .post(ACCOUNTS + "/" + id + "/keys")
            .then(),
        409,
        "AccessKeyAlreadyExists");
  }

  @Test
  void refusesAnAccountThatExists() {
    account();
    refused(
        root().body("{\"id\":\"" + id + "\"}").post(ACCOUNTS).then(), 409, "AccountAlreadyExists");
  }

  @Test
  void keepsTheRootAccountAndItsKey() {
    refused(root().delete(ACCOUNTS + "/root").then(), 409, "RootAccount");
    refused(root().delete(ACCOUNTS + "/root/keys/" + ROOT).then(), 409, "RootAccount");
    refused(root().body("{}").post(ACCOUNTS + "/root/keys").then(), 409, "RootAccount");
  }

  @Test
  void keepsAnAccountThatOwnsBuckets() {
    account();
    String path = ACCOUNTS + "/" + id;
    String key = "AK" + UUID.randomUUID();
    root()
        .body("{\"accessKeyId\":\"%s\",\"secretAccessKey\":\"one-of-my-own\"}".formatted(key))
        .post(path + "/keys")
        .then()
        .statusCode(201);
    try (S3Client owner = client(key, "one-of-my-own")) {
      String bucket = "of-" + UUID.randomUUID();
      owner.createBucket(request -> request.bucket(bucket));

      refused(root().delete(path).then(), 409, "AccountOwnsBuckets");

      owner.deleteBucket(request -> request.bucket(bucket));
    }
    root().delete(path).then().statusCode(204);
  }

  private static S3Client client(String key, String secret) {
    return S3Client.builder()
        .endpointOverride(URI.create("http://localhost:" + RestAssured.port))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
        .httpClient(ApacheHttpClient.create())
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /-/admin/v1/accounts",
    "GET, /-/admin/v1/accounts",
    "GET, /-/admin/v1/accounts/root",
    "DELETE, /-/admin/v1/accounts/root",
    "GET, /-/admin/v1/accounts/root/keys",
    "POST, /-/admin/v1/accounts/root/keys",
    "GET, /-/admin//v1/accounts",
    "GET, /-/admin/v1/./accounts",
    "GET, /-/admin/v1/accounts/",
  })
  void letsNobodyInWithoutTheRootCredentials(String method, String path) {
    RequestSpecification stranger = given().urlEncodingEnabled(false).contentType(ContentType.JSON);
    refused(stranger.request(method, path).then(), 401, "Unauthorized")
        .header("WWW-Authenticate", startsWith("Basic "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic !!!",
        "Basic cm9vdDpyb290",
        "Bearer x",
        "AWS4-HMAC-SHA256 Credential=x"
      })
  void refusesOtherCredentials(String authorization) {
    refused(
        given().header("Authorization", authorization).get(ACCOUNTS).then(), 401, "Unauthorized");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"id\":[]}",
        "{\"identity\":\"x\"}",
        "{\"id\":\"a\",}",
        "{\"id\":{\"deep\":1}}"
      })
  void refusesDocumentsOfAnotherShape(String document) {
    refused(root().body(document).post(ACCOUNTS).then(), 400, "MalformedJson");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "", "-a", "a/b", "ä", "a\\nb"})
  void refusesIdsThatCannotBe(String wrong) {
    refused(
        root().body("{\"id\":\"" + wrong + "\"}").post(ACCOUNTS).then(), 400, "InvalidArgument");
  }

  @Test
  void quotesNoSecretThatItRefuses() {
    account();
    refused(
            root()
                .body("{\"secretAccessKey\":\"my secret\"}")
                .post(ACCOUNTS + "/" + id + "/keys")
                .then(),
            400,
            "InvalidArgument")
        .body(not(containsString("my secret")));
  }

  @Test
  void answersInJsonWhatTheFrameworkRefuses() {
    refused(root().get("/-/admin/v1/nothing").then(), 404, "NotFound");
    refused(root().get("/-/").then(), 404, "NotFound");
    refused(root().put(ACCOUNTS).then(), 405, "MethodNotAllowed");
    refused(
        given()
            .auth()
            .preemptive()
            .basic(ROOT, SECRET)
            .contentType("text/plain")
            .body("x")
            .post(ACCOUNTS)
            .then(),
        415,
        "UnsupportedMediaType");
    refused(
        root().body("{\"displayName\":\"" + "x".repeat(70_000) + "\"}").post(ACCOUNTS).then(),
        413,
        "EntityTooLarge");
  }

  @Test
  void isAKeyLikeAnyOtherOnABucketsHost() {
    given()
        .header("Host", "some-bucket.s3.localhost")
        .auth()
        .preemptive()
        .basic(ROOT, SECRET)
        .get(ACCOUNTS)
        .then()
        .contentType(containsString("xml"))
        .body(not(containsString("accounts\":")));
  }

  private void account() {
    root().body("{\"id\":\"" + id + "\"}").post(ACCOUNTS).then().statusCode(201);
  }

  private static RequestSpecification root() {
    return given().auth().preemptive().basic(ROOT, SECRET).contentType(ContentType.JSON);
  }

  private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType(ContentType.JSON)
        .body("error.code", equalTo(code))
        .body("error.message", not(equalTo("")))
        .body("error.requestId", matchesPattern("[0-9a-f-]{36}"));
  }
}
