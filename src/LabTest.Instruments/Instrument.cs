using LabTest.Instruments.Drivers;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Transports;

namespace LabTest.Instruments;

/// <summary>
/// An opened instrument of a station. Everything that is written to it passes one choke point: type, range, bound, ramp, send, error
/// policy, under one lock. Members may be called from any thread.
/// </summary>
public sealed partial class Instrument : IAsyncDisposable
{
    private const string Garbled = "Was it garbled on the way (the cable, 'terminator' in 'link'), or does the profile fit another instrument?";

    private readonly StationInstrument _station;
    private readonly InstrumentLink _link;
    private readonly LabClock _clock;
    private readonly IStationObserver? _observer;
    private readonly KnownValues _known = new();
    private readonly SemaphoreSlim _lock = new(1, 1);
    private CancellationTokenSource? _held;
    private CancellationToken _heldFor;
    private readonly MessageCache _messages;
    private volatile bool _isClosed;
    private volatile bool _isClosing;

    internal Instrument(StationInstrument station, IInstrumentTransport transport, LabClock clock, IStationObserver? observer)
    {
        _station = station;
        _link = new InstrumentLink(transport, station.Link, clock) { Reopened = Reopen, Warned = m => observer?.Warned(station.Alias, m, clock.Now) };
        _clock = clock;
        _observer = observer;
        _messages = new MessageCache(_link, station.Model);
        Parameters = [.. Model.Parameters.Values.SelectMany(Describe)];
    }

    /// <summary>The name the station gives it.</summary>
    public string Alias => _station.Alias;

    /// <summary>The resource address; <c>SIM::alias</c> for one that is simulated in-process.</summary>
    public string Address => _link.Address;

    /// <summary>What it is, in a few words.</summary>
    public string Name => Model.Name;

    /// <summary>The id of its profile.</summary>
    public string Profile => Model.Id;

    /// <summary>Whether a simulator answers, in this process or another.</summary>
    public bool IsSimulated => _station.IsSimulated;

    /// <summary>What it said it is; none for one that does not answer.</summary>
    public InstrumentIdentity? Identity { get; private set; }

    /// <summary>What can be set and read, channel by channel.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    internal InstrumentModel Model => _station.Model;

    internal StationInstrument Station => _station;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        await _link.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The path of a parameter or action.</summary>
    internal ParameterPath PathOf(string name, int channel) => new(Alias, NameOf(channel), name);

    private string? NameOf(int channel) => channel < 0 ? null : _station.ChannelNames[channel];

    private IEnumerable<Parameter> Describe(ParameterModel parameter)
    {
        foreach (var channel in Model.ChannelsOf(parameter))
        {
            yield return new Parameter(PathOf(parameter.Name, channel), parameter.Type, parameter.Kind, parameter.Unit)
            {
                Description = parameter.Description,
                Options = [.. parameter.Options.Select(o => o.Name)],
            };
        }
    }

    /// <summary>Takes the instrument's lock. What is done under it uses the token of what this returns: it is cancelled as well when the instrument is made safe.</summary>
    private async ValueTask<Held> Lock(CancellationToken cancellationToken)
    {
        await _lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_isClosed || _isClosing)
        {
            _lock.Release();
            throw new InstrumentException(Alias, Address, "It is closed: the run that opened it is over or was stopped. Nothing was sent");
        }

        if (_fault is { } fault)
        {
            _lock.Release();
            throw new InstrumentException(Alias, Address, $"It is faulted, and only its safe state is still sent: {fault}");
        }

        var token = Cancellable(cancellationToken);
        if (Volatile.Read(ref _urgent) == 0)
            return new Held(_lock, token);
        _lock.Release();
        throw new OperationCanceledException($"{Alias} is being made safe. Nothing was sent.", token);
    }

    // One source serves all calls with the same token, which are nearly all of a test. Called under the lock.
    private CancellationToken Cancellable(CancellationToken cancellationToken)
    {
        if (_held is { IsCancellationRequested: false } held && _heldFor == cancellationToken)
            return held.Token;
        var next = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Interlocked.Exchange(ref _held, next)?.Dispose();
        _heldFor = cancellationToken;
        return next.Token;
    }

    private InstrumentException Failed(string command, string message, string advice, Exception? cause = null, int? code = null) =>
        new(Alias, Address, $"{message} (after '{command}'). {advice}", cause) { Command = command, ScpiCode = code };

    // A failure of the link, told as one of this instrument.
    private TransportException Failed(string command, TransportException cause) => cause.Message.StartsWith($"{Alias}, after", StringComparison.Ordinal)
        ? cause
        : new(cause.Failure, cause.Address, $"{Alias}, after '{command}': {cause.Message}", cause);

    // The answer is none: the link may be out of step, whatever layer found out.
    private InstrumentException Unreadable(string command, string message, string advice = Garbled, Exception? cause = null)
    {
        _link.MarkOutOfStep();
        return Failed(command, message, advice, cause);
    }

    private ValueTask Write(string command, CancellationToken cancellationToken) => Write(_link.Encode(command), first: default, reply: null, cancellationToken);

    private async ValueTask Write(ReadOnlyMemory<byte> message, ReadOnlyMemory<byte> first, ReplyModel? reply, CancellationToken cancellationToken)
    {
        try
        {
            if (IsMakingSafe)
            {
                await WriteToMakeSafe(message, first, reply, cancellationToken).ConfigureAwait(false);
                return;
            }

            await _link.Write(message, first, reply, cancellationToken).ConfigureAwait(false);
            _uses++;
        }
        catch (TransportException e)
        {
            throw Failed(_link.Decode(message), e);
        }
        catch (FormatException e)
        {
            throw Unreadable(_link.Decode(message), e.Message, (e as AnswerException)?.Advice ?? Garbled, e);
        }
        catch (OutOfStepException e)
        {
            throw Fault(e.Message);
        }
    }

    private readonly struct Held(SemaphoreSlim semaphore, CancellationToken token) : IDisposable
    {
        public CancellationToken Token { get; } = token;

        public void Dispose() => semaphore.Release();
    }
}
