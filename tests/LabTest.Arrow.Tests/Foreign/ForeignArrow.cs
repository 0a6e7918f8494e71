using System.Text.Json;
using System.Text.Json.Nodes;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Arrow.Tests.Foreign;

/// <summary>A foreign Arrow library in a Node process of its own, which lives as long as the tests that share it.</summary>
public abstract class ForeignArrow(string script) : IAsyncLifetime
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly TemporaryFolder _folder = new();
    private ForeignProcess? _process;

    internal abstract ForeignTool Tool { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _turn.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the library reads from a stream or file.</summary>
    public Task<JsonObject> Read(string path, bool isFile) => Ask(new { ask = isFile ? "readFile" : "readStream", path });

    /// <summary>What the library reads from a stream or file.</summary>
    public async Task<JsonObject> Read(ReadOnlyMemory<byte> bytes)
    {
        var path = await Save(bytes);
        return await Read(path, isFile: bytes.Span.StartsWith("ARROW1"u8));
    }

    /// <summary>Has the library read a stream and write it again.</summary>
    public async Task<byte[]> Rewrite(ReadOnlyMemory<byte> stream, bool isFile)
    {
        var path = await Save(stream);
        return (await Write(to => new { ask = "rewrite", path, to, isFile })).Bytes;
    }

    /// <summary>Has the library write something, and tell what it is.</summary>
    /// <exception cref="ForeignArrowException">The library failed.</exception>
    protected async Task<(byte[] Bytes, JsonObject Answer)> Write(Func<string, object> request)
    {
        var to = _folder[Guid.NewGuid().ToString("n")];
        var answer = await Ask(request(to));
        var bytes = await File.ReadAllBytesAsync(to, TestContext.Current.CancellationToken);
        File.Delete(to);
        return (bytes, answer);
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

    private async Task<string> Save(ReadOnlyMemory<byte> bytes)
    {
        var path = _folder["asked"];
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        return path;
    }

    private static string Part(string name) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "LabTest.Arrow.Tests", "Foreign", $"{name}.mjs"));
}
