"""time-flow at its defaults: a tanh RNN with orthogonal weights, and the LSTM it is held against."""

import torch
from timing import report

steps, units, batch, forget_bias = 100, 32, 16, 1.0


def orthogonal():
    return torch.linalg.qr(torch.randn(units, units))[0]


def norms(states, loss):
    loss.backward()
    return [float(state.grad.norm()) for state in states]


def watched(states, h):
    h.retain_grad()
    states.append(h)
    return h


def rnn_norms():
    recurrent = orthogonal()
    inputs = torch.randn(steps, batch, units) * 0.3
    direction = torch.randn(batch, units)
    h = torch.randn(batch, units).requires_grad_()
    states = [h]
    for x in inputs:
        h = watched(states, torch.tanh(x + h @ recurrent))
    return norms(states, (h * direction).sum())


def lstm_norms():
    recurrent = torch.cat([orthogonal() for _ in range(4)], dim=1)
    bias = torch.cat([torch.full((units,), value) for value in (0.0, forget_bias, 0.0, 0.0)])
    inputs = torch.randn(steps, batch, 4 * units) * 0.1
    direction = torch.randn(batch, units)
    h = torch.zeros(batch, units).requires_grad_()
    c = torch.zeros(batch, units)
    states = [h]
    for x in inputs:
        gates, candidate = (x + bias + h @ recurrent).split([3 * units, units], dim=1)
        i, f, o = torch.sigmoid(gates).chunk(3, dim=1)
        c = f * c + i * torch.tanh(candidate)
        h = watched(states, o * torch.tanh(c))
    return norms(states, (h * direction).sum())


def once():
    rnn_norms()
    lstm_norms()


report(once)
