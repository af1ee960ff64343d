using System.ClientModel;
using System.ClientModel.Primitives;
using LanguageRouter.Execution;
using LanguageRouter.OpenAI.Errors;
using NSubstitute;

namespace LanguageRouter.OpenAI.Tests;

/// <summary>Error bodies in the forms that endpoints send them.</summary>
public sealed class OpenAIErrorClassifierTests
{
    [Theory]
    [InlineData(400, """{"error":{"message":"This model's maximum context length is 128000 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""", RouteErrorClass.ContextLength)]
    [InlineData(400, """{"object":"error","message":"This model's maximum context length is 4096 tokens. However, you requested 5000 tokens.","type":"BadRequestError","param":null,"code":400}""", RouteErrorClass.ContextLength)]
    [InlineData(400, """{"error":{"message":"This model's maximum context length is 4096 tokens.","type":"BadRequestError","param":null,"code":400}}""", RouteErrorClass.ContextLength)]
    [InlineData(400, """{"error":{"code":400,"message":"the request exceeds the available context size, try increasing it","type":"exceed_context_size_error","n_prompt_tokens":9000,"n_ctx":4096}}""", RouteErrorClass.ContextLength)]
    [InlineData(500, """{"error":{"code":500,"message":"Context size has been exceeded.","type":"server_error"}}""", RouteErrorClass.ContextLength)]
    [InlineData(422, """{"error":"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096.","error_type":"validation"}""", RouteErrorClass.ContextLength)]
    [InlineData(400, """[{"error":{"code":400,"message":"The input token count (1055341) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}]""", RouteErrorClass.ContextLength)]
    [InlineData(503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""", RouteErrorClass.Server)]
    [InlineData(404, """{"error":{"message":"model \"x\" not found, try pulling it first","type":"api_error","param":null,"code":null}}""", RouteErrorClass.NotFound)]
    [InlineData(404, """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}""", RouteErrorClass.NotFound)]
    [InlineData(401, """{"statusCode":401,"message":"Access denied due to missing subscription key."}""", RouteErrorClass.Authentication)]
    [InlineData(401, """{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}""", RouteErrorClass.Authentication)]
    [InlineData(429, """{"error":{"code":"429","message":"Requests have exceeded the call rate limit of your current tier."}}""", RouteErrorClass.RateLimit)]
    [InlineData(429, """{"error":{"message":"The context window of your tier is used up for this minute.","code":"rate_limit_exceeded"}}""", RouteErrorClass.RateLimit)]
    [InlineData(400, """{"error":{"code":"content_filter","message":"The response was filtered."}}""", RouteErrorClass.BadRequest)]
    [InlineData(400, """{"error":{"code":"model_not_found","message":"The model `x` does not exist."}}""", RouteErrorClass.NotFound)]
    [InlineData(400, "", RouteErrorClass.BadRequest)]
    [InlineData(400, "<html>Bad gateway</html>", RouteErrorClass.BadRequest)]
    [InlineData(400, "[]", RouteErrorClass.BadRequest)]
    [InlineData(400, "null", RouteErrorClass.BadRequest)]
    [InlineData(400, """{"error":null}""", RouteErrorClass.BadRequest)]
    [InlineData(400, """{"error":{"code":{"a":1},"message":["x"]}}""", RouteErrorClass.BadRequest)]
    [InlineData(301, "", RouteErrorClass.NotFound)]
    [InlineData(502, "<html>Bad gateway</html>", RouteErrorClass.Server)]
    [InlineData(529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", RouteErrorClass.Server)]
    public void StatusAndBodyGiveTheClass(int status, string body, RouteErrorClass expected)
    {
        var response = Substitute.For<PipelineResponse>();
        response.Status.Returns(status);
        response.ReasonPhrase.Returns("");
        response.Content.Returns(BinaryData.FromString(body));
        Assert.Equal(expected, OpenAIErrorClassifier.Instance.Classify(new ClientResultException("failed", response)));
    }

    [Fact]
    public void WithoutAResponseTheCauseDecides() =>
        Assert.Null(OpenAIErrorClassifier.Instance.Classify(new ClientResultException("failed", response: null, new HttpRequestException("no route"))));

    [Fact]
    public void OtherExceptionsAreNotItsOwn() => Assert.Null(OpenAIErrorClassifier.Instance.Classify(new InvalidOperationException()));
}
