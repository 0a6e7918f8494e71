using System.Text;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Transports;

/// <summary>
/// Messages over a transport: what is sent, what it is answered with, and in which order. Before each message it looks whether the other side
/// has closed, so that nothing is written into a connection that nobody reads; a question is asked only over a link that is in step. It never
/// sends a set twice of its own accord.
/// </summary>
internal sealed partial class InstrumentLink(IInstrumentTransport transport, LinkModel link, LabClock clock) : IAsyncDisposable
{
    private const int MostAttempts = 3;

    private readonly byte[] _writeEnd = Encoding.Latin1.GetBytes(link.WriteTerminator);
    private readonly byte[] _readEnd = Encoding.Latin1.GetBytes(link.ReadTerminator);
    private readonly byte[] _prompt = Encoding.Latin1.GetBytes(link.Reply.Prompt ?? "");
    private Instant _lastCommand;
    private ReadOnlyMemory<byte> _lastSent;
    private bool _lastHadAnswer = true;

    public string Address => transport.Address;

    /// <summary>Is told what asks for attention, such as bytes that nobody asked for.</summary>
    public Action<string>? Warned { get; set; }

    /// <summary>A message as it is sent: with its terminator.</summary>
    public byte[] Encode(string command)
    {
        var bytes = new byte[command.Length + _writeEnd.Length];
        Encoding.Latin1.GetBytes(command, bytes);
        _writeEnd.CopyTo(bytes, command.Length);
        return bytes;
    }

    /// <summary>The command in a message: what <see cref="Encode"/> was given.</summary>
    public string Decode(ReadOnlyMemory<byte> message) => Encoding.Latin1.GetString(message.Span[..^_writeEnd.Length]);

    /// <summary>Sends a command that is no query, and takes its reply where the instrument gives one.</summary>
    /// <param name="message">The message.</param>
    /// <param name="first">What goes before it over the same connection, such as the choice of a channel; empty for nothing.</param>
    /// <param name="reply">What it is answered with; as the link says if null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="TransportException">It could not be sent, or no reply came.</exception>
    /// <exception cref="FormatException">The reply is another than the profile says.</exception>
    public async ValueTask Write(ReadOnlyMemory<byte> message, ReadOnlyMemory<byte> first, ReplyModel? reply, CancellationToken cancellationToken)
    {
        reply ??= link.Reply;
        await Send(message, first, isAnswered: reply.Kind != ReplyKind.None, cancellationToken).ConfigureAwait(false);
        await TakeReply(message, reply, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a query and gives the answer without its terminator; valid until the next call.</summary>
    /// <param name="query">The message.</param>
    /// <param name="first">What goes before it over the same connection; empty for nothing.</param>
    /// <param name="timeout">How long the whole answer may take; as the profile says if null.</param>
    /// <param name="cancellationToken">Stops waiting; the link is brought in step before the next question.</param>
    /// <exception cref="TransportException">It could not be sent, or the answer did not come in time.</exception>
    /// <exception cref="FormatException">What came is no answer to it.</exception>
    /// <exception cref="OutOfStepException">The link cannot be brought in step.</exception>
    public ValueTask<ReadOnlyMemory<byte>> Query(ReadOnlyMemory<byte> query, ReadOnlyMemory<byte> first, TimeSpan? timeout, CancellationToken cancellationToken) =>
        Query(query, first, timeout, block: null, cancellationToken);

    /// <summary>Sends a query that is answered with a binary block, and gives the data in it; valid until the next call.</summary>
    /// <inheritdoc cref="Query(ReadOnlyMemory{byte}, ReadOnlyMemory{byte}, TimeSpan?, CancellationToken)"/>
    public ValueTask<ReadOnlyMemory<byte>> QueryBlock(ReadOnlyMemory<byte> query, ReadOnlyMemory<byte> first, BlockExpectation block, CancellationToken cancellationToken) =>
        Query(query, first, timeout: null, block, cancellationToken);

    private async ValueTask<ReadOnlyMemory<byte>> Query(
        ReadOnlyMemory<byte> query, ReadOnlyMemory<byte> first, TimeSpan? timeout, BlockExpectation? block, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await Ask(query, first, timeout ?? Timeout, block, cancellationToken).ConfigureAwait(false);
            }
            catch (TransportException e) when (attempt < link.Retries && link.RetryOn.Contains(e.Failure == TransportFailure.Timeout ? RetryCause.Timeout : RetryCause.Disconnect))
            {
                // A query changes nothing, so it may be asked again.
            }
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> Ask(
        ReadOnlyMemory<byte> query, ReadOnlyMemory<byte> first, TimeSpan timeout, BlockExpectation? block, CancellationToken cancellationToken)
    {
        var nonce = link.ConfirmsQueries ? NextNonce() : 0;
        var isClosedTogether = nonce != 0 && block is null && IsCompoundable(query.Span);
        await Send(isClosedTogether ? Closed(query, nonce) : query, first, isAnswered: true, cancellationToken).ConfigureAwait(false);
        Begin(query, timeout);
        try
        {
            ThrowIfCommandWasAnswered();
            var answer = await ReadAnswer(query, block, cancellationToken).ConfigureAwait(false);
            if (isClosedTogether)
                answer = _isBlock ? await OpenedBlock(answer, nonce, cancellationToken).ConfigureAwait(false) : Opened(answer, nonce);
            else if (nonce != 0)
                answer = await Confirmed(answer, nonce, cancellationToken).ConfigureAwait(false);
            ThrowIfIdentityOfBefore(query, answer.Span);
            _isAnswerDue = false;
            return answer;
        }
        catch
        {
            _isOutOfStep = true;
            throw;
        }
    }

    // Over one connection, which was seen to be open just before. What went first says nothing to the instrument alone, so where the connection
    // closes in between, both go over a new one.
    private async ValueTask Send(ReadOnlyMemory<byte> message, ReadOnlyMemory<byte> first, bool isAnswered, CancellationToken cancellationToken)
    {
        if (first.IsEmpty)
        {
            await MakeReady(isAnswered, cancellationToken).ConfigureAwait(false);
            await Send(message, cancellationToken).ConfigureAwait(false);
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            await MakeReady(isAnswered || link.Reply.Kind != ReplyKind.None, cancellationToken).ConfigureAwait(false);
            await Send(first, cancellationToken).ConfigureAwait(false);
            await TakeReply(first, link.Reply, cancellationToken).ConfigureAwait(false);
            if (link.Gap > TimeSpan.Zero)
                await KeepGap(cancellationToken).ConfigureAwait(false);
            if (IsOpen())
                break;
            if (attempt == MostAttempts)
                throw TransportException.Closed(Address);
        }

        await Send(message, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask Send(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        _lastSent = message;
        try
        {
            await transport.Write(message, Timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TransportException e)
        {
            // What arrived of it is unknown: the next message would be taken for its end.
            Break(e);
            throw;
        }
    }

    private async ValueTask KeepGap(CancellationToken cancellationToken)
    {
        var since = clock.Now - _lastCommand;
        if (since < link.Gap)
            await clock.Delay(link.Gap - since, cancellationToken).ConfigureAwait(false);
        _lastCommand = clock.Now;
    }
}
