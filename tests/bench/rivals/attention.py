"""attention at its defaults: what arrives at every token of five lengths, and what a softmax makes of scores."""

import torch
from timing import report

lengths, dimension, batch, classes = (5, 10, 20, 40, 80), 256, 32, 10
units, keys = 32, 64


def decide(state):
    head = torch.randn(state.shape[1], classes) / state.shape[1] ** 0.5
    return torch.nn.functional.cross_entropy(state @ head, torch.randint(0, classes, (batch,)))


def token_norms(tokens, loss):
    """Of every token the median over the batch; tokens are [batch, length, width]."""
    loss.backward()
    return tokens.grad.norm(dim=2).median(dim=0).values.tolist()


def attention_norms(length, is_scaled):
    tokens = torch.randn(batch, length, dimension).requires_grad_()
    queries = torch.randn(batch, dimension, 1)
    scores = (tokens @ queries).squeeze(2) * (dimension**-0.5 if is_scaled else 1)
    read = (torch.softmax(scores, dim=1).unsqueeze(1) @ tokens).squeeze(1)
    return token_norms(tokens, decide(read))


def recurrent_norms(length):
    tokens = torch.randn(batch, length, units).requires_grad_()
    input_weights, recurrent = (torch.randn(units, units) / units**0.5 for _ in range(2))
    h = torch.zeros(batch, units)
    for x in (tokens @ input_weights).unbind(dim=1):
        h = torch.tanh(x + h @ recurrent)
    return token_norms(tokens, decide(h))


def sharpness(scores):
    weights = torch.softmax(scores, dim=1)
    entropy = -(weights * weights.clamp_min(1e-38).log()).sum(dim=1).mean()
    return float(entropy), float((weights * (1 - weights)).sum(dim=1).mean())


def once():
    for length in lengths:
        attention_norms(length, True)
        attention_norms(length, False)
        recurrent_norms(length)
    scores = torch.randn(keys, dimension) @ torch.randn(keys, dimension).T
    float(scores.var()), sharpness(scores / dimension**0.5), sharpness(scores)


report(once)
