using System.Text.Json;
using System.Text.Json.Nodes;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Arrow.Tests.Foreign;

/// <summary>A foreign Arrow library in a Node process of its own, which lives as long as the tests that share it.</summary>
public abstract class ForeignArrow(string script) : IAsyncLifetime
{
    private readonly SemaphoreSlim _turn = new(1);
    private ForeignProcess? _process;

    internal abstract ForeignTool Tool { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _turn.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the library answers to a request.</summary>
    /// <exception cref="ForeignArrowException">The library failed.</exception>
    protected async Task<JsonObject> Ask(object request)
    {
        await Tool.Require();
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _process ??= await Tool.Start(string.Join('\n', new[] { "canonical", script, "serve" }.Select(Part)));
            await _process.Input.WriteLineAsync(JsonSerializer.Serialize(request).AsMemory(), TestContext.Current.CancellationToken);
            await _process.Input.FlushAsync(TestContext.Current.CancellationToken);
            var answer = JsonNode.Parse(await _process.ReadLine(TestContext.Current.CancellationToken))!.AsObject();
            return answer["error"] is { } error ? throw new ForeignArrowException((string)error!) : answer;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            if (_process is not null)
                await _process.DisposeAsync();
            _process = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string Part(string name) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "LabTest.Arrow.Tests", "Foreign", $"{name}.mjs"));
}
